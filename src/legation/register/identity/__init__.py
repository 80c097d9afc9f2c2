"""Who is who: persons, their posts, and the bodies and places that reports name."""
