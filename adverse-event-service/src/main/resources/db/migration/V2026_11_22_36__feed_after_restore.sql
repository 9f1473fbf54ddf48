-- After a restore positions are given out again, to other entries: under another generation.
GRANT UPDATE (generation) ON feed_head TO "${runtime}";
