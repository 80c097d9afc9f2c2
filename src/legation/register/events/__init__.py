"""Which meeting is which: meetings, visits, activities, instruments, programmes, mechanisms, relations, statements."""
