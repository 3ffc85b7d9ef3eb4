"""The example programme, made from the readable text in resources/examples/millbrook by Changes as any other."""
