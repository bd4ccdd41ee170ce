-- What a search is narrowed down by stands beside each video's number, in a small table that is read along with the index: looking
-- it up in videos, snapshots and appearances took ten times as long. The program fills both tables anew, in this transaction.
DROP TABLE search;
DROP TABLE search_documents;

-- Numbers a video for the search index, for good and by age: the numbers that SQLite itself gives to the rows of videos change
-- when the vault is compacted. The rest says what may be found, and may say too much where runs were deleted since.
CREATE TABLE search_documents (
  document_id INTEGER PRIMARY KEY,
  video_id    TEXT NOT NULL UNIQUE REFERENCES videos ON DELETE CASCADE,
  language    TEXT NOT NULL,                -- videos.primary_language
  first_run   INTEGER NOT NULL,
  last_run    INTEGER NOT NULL,
  max_views   INTEGER,
  regions     TEXT NOT NULL                 -- every region whose charts ever showed it, such as PL,US
) STRICT;

-- For "the videos that runs of a period may have seen".
CREATE INDEX search_documents_by_last_run ON search_documents (last_run, first_run);

-- As before, but for the beginnings of words that are kept ready. Very many words begin with one letter, which took longest to
-- answer; so few begin with three that these are put together when asked for. It takes an eighth less room than two and three did.
CREATE VIRTUAL TABLE search USING fts5 (
  title, channel, tags, description,
  content = '', contentless_delete = 1, tokenize = 'ascii', prefix = '1 2'
);

-- A video that goes takes its words with it, whoever deletes it.
CREATE TRIGGER search_forgets AFTER DELETE ON search_documents BEGIN
  DELETE FROM search WHERE rowid = old.document_id;
END;

CREATE TRIGGER search_sees_video AFTER UPDATE OF primary_language, first_run, last_run, max_views ON videos BEGIN
  UPDATE search_documents
  SET language = new.primary_language, first_run = new.first_run, last_run = new.last_run, max_views = new.max_views
  WHERE video_id = new.video_id;
END;

CREATE TRIGGER search_sees_region AFTER INSERT ON appearances BEGIN
  UPDATE search_documents SET regions = iif(regions = '', new.region, regions || ',' || new.region)
  WHERE video_id = new.video_id AND NOT instr(regions, new.region);
END;

-- The index is empty now: whoever opens the vault to write it fills it.
DELETE FROM state WHERE name = 'search_index';
