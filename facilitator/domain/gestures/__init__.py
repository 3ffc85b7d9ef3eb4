"""What people do, as Changes: each function turns one gesture into the edits it means, and stores nothing."""
