"""Records to the file: who is who, which meeting is which, what follows from what; people's decisions."""
