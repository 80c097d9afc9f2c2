"""What people read: the brief."""
