-- Row-level security is Postgres's. Here the file itself is the wall: one process reads it. Numbered so that both
-- databases have the same list.
SELECT 1;
