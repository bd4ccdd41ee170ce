-- The first format of a vault. A released migration is never edited: what changes later is a file of its own.
--
-- Names are public, people query them. All times are ISO 8601 UTC text such as 2026-11-23T18:53:00.000Z, so that they sort as
-- text. Nothing here needs more than SQLite 3.37 (STRICT), for people open the vault with the sqlite3 that their system has.
-- The program runs this file and sets user_version in one transaction.

-- One batch. The row is written when the run starts; all else when it ends, in one transaction. A run that was killed stays
-- 'running' and holds nothing. AUTOINCREMENT: a number is never given twice, not even after old runs were deleted.
CREATE TABLE runs (
  run_id      INTEGER PRIMARY KEY AUTOINCREMENT,
  started_at  TEXT NOT NULL,
  finished_at TEXT,
  status      TEXT NOT NULL CHECK (status IN ('running', 'complete', 'partial', 'failed')),
  requests    INTEGER NOT NULL DEFAULT 0 CHECK (requests >= 0),
  retries     INTEGER NOT NULL DEFAULT 0 CHECK (retries >= 0),
  quota_units INTEGER NOT NULL DEFAULT 0 CHECK (quota_units >= 0),
  version     TEXT NOT NULL,                -- of the program
  CHECK ((status = 'running') = (finished_at IS NULL))
) STRICT;

-- How each chart of a run ended. category 0 is the chart of all categories. Deleting a run deletes all that hangs on it.
CREATE TABLE charts (
  run_id        INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE,
  region        TEXT NOT NULL,              -- ISO 3166-1 alpha-2
  category      INTEGER NOT NULL,
  position      INTEGER NOT NULL CHECK (position >= 1),  -- the place in which the chart was asked for
  status        TEXT NOT NULL CHECK (status IN ('stored', 'sparse', 'no-chart', 'failed')),
  videos        INTEGER NOT NULL CHECK (videos >= 0),
  rejected      INTEGER NOT NULL CHECK (rejected >= 0),
  requests      INTEGER NOT NULL CHECK (requests >= 0),
  retries       INTEGER NOT NULL CHECK (retries >= 0),
  waited_ms     INTEGER NOT NULL,
  duration_ms   INTEGER NOT NULL,
  error_code    TEXT,
  error_message TEXT,
  PRIMARY KEY (run_id, region, category),
  CHECK ((error_code IS NULL) = (error_message IS NULL))
) STRICT, WITHOUT ROWID;

-- For "the last runs of this chart".
CREATE INDEX charts_by_chart ON charts (region, category, run_id);

-- One row a video, as it was when it was last seen. max_views is the greatest count ever seen and never falls. first_run and
-- last_run are no foreign keys: a video outlives the runs that brought it. It keeps its rowid because descriptions make rows
-- long, which WITHOUT ROWID is bad at.
CREATE TABLE videos (
  video_id          TEXT NOT NULL PRIMARY KEY,
  title             TEXT NOT NULL,
  channel_id        TEXT NOT NULL,
  channel_title     TEXT NOT NULL,
  published_at      TEXT NOT NULL,
  category_id       INTEGER,
  category_name     TEXT,
  duration_seconds  INTEGER,                -- 0 while a video is live or upcoming
  live              TEXT NOT NULL,          -- none, live or upcoming
  declared_language TEXT,                   -- BCP 47; NULL when the uploader declared none
  primary_language  TEXT NOT NULL,          -- the declared language, else that of the first region that shows the video
  description       TEXT NOT NULL,
  tags              TEXT NOT NULL CHECK (json_valid(tags)),  -- JSON array of strings
  first_run         INTEGER NOT NULL,
  last_run          INTEGER NOT NULL,
  max_views         INTEGER                 -- NULL while the count was always hidden
) STRICT;

-- For "what was new in this run".
CREATE INDEX videos_by_first_run ON videos (first_run);

-- A video's counters in one run: the greatest that any region reported. NULL is hidden, which is not 0.
CREATE TABLE snapshots (
  run_id   INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE,
  video_id TEXT NOT NULL REFERENCES videos,
  views    INTEGER,
  likes    INTEGER,
  comments INTEGER,
  PRIMARY KEY (run_id, video_id)
) STRICT, WITHOUT ROWID;

-- For the history of one video.
CREATE INDEX snapshots_by_video ON snapshots (video_id, run_id);

-- Where a video charted in one run, and the count that this region showed. The key begins with the run, so that a run is
-- written in one place of the file, and goes on with the video, so that a video's history needs no second index on the
-- largest table.
CREATE TABLE appearances (
  run_id   INTEGER NOT NULL,
  region   TEXT NOT NULL,
  category INTEGER NOT NULL,
  rank     INTEGER NOT NULL CHECK (rank >= 1),
  video_id TEXT NOT NULL,
  views    INTEGER,
  PRIMARY KEY (run_id, video_id, region, category),
  FOREIGN KEY (run_id, region, category) REFERENCES charts ON DELETE CASCADE,
  FOREIGN KEY (run_id, video_id) REFERENCES snapshots ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- Items of a chart, or fields of one, that could not be read, with the item itself so that a later program can try again. One
-- item can have several bad fields, so a position can come twice.
CREATE TABLE rejections (
  run_id   INTEGER NOT NULL,
  region   TEXT NOT NULL,
  category INTEGER NOT NULL,
  position INTEGER NOT NULL CHECK (position >= 1),
  reason   TEXT NOT NULL,
  item     TEXT NOT NULL CHECK (json_valid(item)),  -- JSON as YouTube sent it
  FOREIGN KEY (run_id, region, category) REFERENCES charts ON DELETE CASCADE
) STRICT;

CREATE INDEX rejections_by_chart ON rejections (run_id, region, category, position);

-- Units spent a day; YouTube's days begin at midnight in California.
CREATE TABLE quota (
  pacific_day TEXT NOT NULL PRIMARY KEY,    -- 2026-11-23
  units       INTEGER NOT NULL CHECK (units >= 0)
) STRICT, WITHOUT ROWID;

-- What must outlive a run: not_before (YouTube wants no request before this time) and not_before_reason; and while one is going
-- on, holder (the process that writes it) and holder_since.
CREATE TABLE state (
  name  TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The last run that stored something, one row a video, its counters as that run saw them. regions is a JSON array such as
-- [{"region":"PL","category":0,"rank":3,"views":1200}], in the order in which the charts were asked for.
CREATE VIEW latest_videos AS
SELECT
  snapshots.run_id,
  videos.video_id, title, channel_id, channel_title, published_at, category_id, category_name, duration_seconds, live,
  declared_language, primary_language, description, tags, first_run, last_run, max_views,
  snapshots.views, snapshots.likes, snapshots.comments,
  -- The order is asked for in a subquery, and not inside json_group_array(), which SQLite knows only since 3.44.
  (
    SELECT json_group_array(json_object('region', region, 'category', category, 'rank', rank, 'views', views))
    FROM (
      SELECT region, category, rank, views
      FROM appearances JOIN charts USING (run_id, region, category)
      WHERE appearances.run_id = snapshots.run_id AND appearances.video_id = snapshots.video_id
      ORDER BY charts.position
    )
  ) AS regions
FROM snapshots JOIN videos ON videos.video_id = snapshots.video_id
WHERE snapshots.run_id = (SELECT max(run_id) FROM snapshots);

-- Every run of every video: how its counters moved, in how many regions it charted, and how high at best. The title is the
-- newest seen. For one video: SELECT * FROM video_history WHERE video_id = 'dQw4w9WgXcQ' ORDER BY run_id;
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
FROM snapshots
JOIN runs ON runs.run_id = snapshots.run_id
JOIN videos ON videos.video_id = snapshots.video_id;
