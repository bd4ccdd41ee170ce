-- The runs of a video are looked for between its first and its last: every snapshot of a video lies there, also where runs were
-- deleted. For most videos these are a dozen look-ups by key, and some 11,000, in 20 ms, for one seen ten years apart. The
-- index that told them was a fifth of what a place in a chart takes on the disk, and each run wrote all over it. What it took
-- is free for the runs to come, and `vault prune` gives it back.
--
-- Without it, SQLite reads all snapshots for each row that is deleted from videos, for it checks that none refers to that
-- row: the program checks that itself.
DROP INDEX snapshots_by_video;

-- As before, but that the runs of a video are between its first and its last. The plus tells SQLite to come from the runs to the
-- snapshots, be they those of a video, of a period or all, and never from all snapshots to their runs.
DROP VIEW video_history;
CREATE VIEW video_history AS
SELECT
  runs.run_id, runs.started_at, videos.video_id, videos.title, snapshots.views, snapshots.likes, snapshots.comments,
  (
    SELECT count(DISTINCT region) FROM appearances
    WHERE appearances.run_id = snapshots.run_id AND appearances.video_id = snapshots.video_id
  ) AS regions,
  (
    SELECT min(rank) FROM appearances
    WHERE appearances.run_id = snapshots.run_id AND appearances.video_id = snapshots.video_id
  ) AS best_rank
FROM videos
JOIN runs ON runs.run_id BETWEEN videos.first_run AND videos.last_run
JOIN snapshots ON snapshots.run_id = +runs.run_id AND snapshots.video_id = videos.video_id;
