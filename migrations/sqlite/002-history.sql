-- What questions over many runs need: the search index, and views that compare runs and regions.

-- For "the runs of a period".
CREATE INDEX runs_by_start ON runs (started_at);

-- Numbers a video for the search index, for good: the numbers that SQLite itself gives to the rows of videos change when the
-- vault is compacted.
CREATE TABLE search_documents (
  document_id INTEGER PRIMARY KEY,
  video_id    TEXT NOT NULL UNIQUE REFERENCES videos ON DELETE CASCADE
) STRICT;

-- The words of title, channel, tags and description, in small letters without accents; scripts without spaces as pairs of
-- neighbours. It holds no text of its own, and is written by the program, which knows how to take letters apart. Needs SQLite
-- 3.43; nothing else in a vault does. state.search_index says by which rules it was made.
CREATE VIRTUAL TABLE search USING fts5 (
  title, channel, tags, description,
  content = '', contentless_delete = 1, tokenize = 'ascii', prefix = '2 3'
);

-- A video that goes takes its words with it, whoever deletes it.
CREATE TRIGGER search_forgets AFTER DELETE ON search_documents BEGIN
  DELETE FROM search WHERE rowid = old.document_id;
END;

-- How each video moved in each chart of the last run, against the newest earlier run that got the same chart whole. change is
-- new, gone, risen, fallen or same. A count that fell, because YouTube corrected it, has no views_per_hour but views_fell_by.
CREATE VIEW movers AS
WITH
  compared AS (
    SELECT run_id, region, category, (
      SELECT max(before.run_id) FROM charts AS before
      WHERE before.region = charts.region AND before.category = charts.category
        AND before.run_id < charts.run_id AND before.status = 'stored'
    ) AS previous_run
    FROM charts WHERE run_id = (SELECT max(run_id) FROM snapshots) AND status = 'stored'
  ),
  moves AS (
    SELECT compared.run_id, previous_run, compared.region, compared.category, now.video_id, now.rank, before.rank AS previous_rank
    FROM compared
    JOIN appearances AS now
      ON now.run_id = compared.run_id AND now.region = compared.region AND now.category = compared.category
    LEFT JOIN appearances AS before
      ON before.run_id = previous_run AND before.video_id = now.video_id
      AND before.region = compared.region AND before.category = compared.category
    WHERE previous_run IS NOT NULL
    UNION ALL
    SELECT compared.run_id, previous_run, compared.region, compared.category, before.video_id, NULL, before.rank
    FROM compared
    JOIN appearances AS before
      ON before.run_id = previous_run AND before.region = compared.region AND before.category = compared.category
    WHERE NOT EXISTS (
      SELECT 1 FROM appearances AS now
      WHERE now.run_id = compared.run_id AND now.video_id = before.video_id
        AND now.region = compared.region AND now.category = compared.category
    )
  ),
  counted AS (
    SELECT
      moves.*, now.views, before.views AS previous_views,
      (julianday(this.started_at) - julianday(previous.started_at)) * 24 AS hours
    FROM moves
    JOIN runs AS this ON this.run_id = moves.run_id
    JOIN runs AS previous ON previous.run_id = previous_run
    LEFT JOIN snapshots AS now ON now.run_id = moves.run_id AND now.video_id = moves.video_id
    LEFT JOIN snapshots AS before ON before.run_id = previous_run AND before.video_id = moves.video_id
  )
SELECT
  counted.run_id, previous_run, region, category, counted.video_id, title,
  CASE
    WHEN previous_rank IS NULL THEN 'new'
    WHEN rank IS NULL THEN 'gone'
    WHEN rank < previous_rank THEN 'risen'
    WHEN rank > previous_rank THEN 'fallen'
    ELSE 'same'
  END AS change,
  rank, previous_rank, views, previous_views, round(hours, 2) AS hours,
  CASE WHEN views >= previous_views AND hours > 0 THEN round((views - previous_views) / hours, 1) END AS views_per_hour,
  CASE WHEN views < previous_views THEN previous_views - views END AS views_fell_by
FROM counted JOIN videos ON videos.video_id = counted.video_id;

-- What every two regions have in common in the last run that stored something: each pair twice, once from each side. jaccard is
-- the videos in both charts per videos in either. A video in two charts of one region counts once there.
CREATE VIEW region_overlap AS
WITH
  shown AS (
    SELECT DISTINCT run_id, region, video_id FROM appearances WHERE run_id = (SELECT max(run_id) FROM snapshots)
  ),
  counts AS (SELECT run_id, region, count(*) AS videos FROM shown GROUP BY run_id, region),
  both AS (
    SELECT one.region, other.region AS other_region, count(*) AS shared
    FROM shown AS one JOIN shown AS other ON other.video_id = one.video_id AND other.region <> one.region
    GROUP BY one.region, other.region
  )
SELECT
  one.run_id, one.region, other.region AS other_region, one.videos, other.videos AS other_videos,
  coalesce(shared, 0) AS shared,
  round(coalesce(shared, 0) * 1.0 / (one.videos + other.videos - coalesce(shared, 0)), 4) AS jaccard
FROM counts AS one
JOIN counts AS other ON other.region <> one.region
LEFT JOIN both ON both.region = one.region AND both.other_region = other.region;
