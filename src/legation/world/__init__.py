"""What is known of the world: states, posts and their holders, forums, dated events, places."""
