"""What is due, in all procedures at once: by when on each reading, and what cannot be known yet."""
