"""Who is who: persons, bodies, posts and groups behind the printed words, as one function of the set of statements."""
