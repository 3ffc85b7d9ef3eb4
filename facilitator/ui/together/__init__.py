"""The station where laptops come back together: bringing in, choosing between versions, and what happened."""
