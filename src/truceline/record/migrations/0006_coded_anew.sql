-- What is needed to code a story anew without its file: which stretches of the text are the report,
-- for which war it was coded, and by whom. NULL in stories of older stores.
ALTER TABLE story ADD COLUMN war VARCHAR;
ALTER TABLE story ADD COLUMN coder VARCHAR;        -- name and version
ALTER TABLE story ADD COLUMN passages VARCHAR;     -- JSON, as terms.stories.Passage has them
