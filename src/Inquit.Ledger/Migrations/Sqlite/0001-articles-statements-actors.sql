-- Counts what was written, so that one who holds actors in memory sees that another has written.
CREATE TABLE ledger (revision INTEGER NOT NULL);
INSERT INTO ledger VALUES (0);

CREATE TABLE article (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,                -- SHA-256 of text and url
    place TEXT,                             -- SHA-256 of what the versions of an article share
    superseded_by INTEGER REFERENCES article DEFERRABLE INITIALLY DEFERRED,
    document TEXT,
    document_id TEXT,
    title TEXT,
    outlet TEXT,
    outlet_words TEXT,
    url TEXT,
    authors TEXT,                           -- a JSON array
    published TEXT,                         -- YYYY-MM-DD
    language TEXT,
    engine TEXT NOT NULL,                   -- the version that read it
    added TEXT NOT NULL,                    -- UTC
    body_start INTEGER NOT NULL,
    text TEXT NOT NULL
);
CREATE UNIQUE INDEX article_current ON article (place) WHERE superseded_by IS NULL;

-- Spans are "start-end", several with commas between, in UTF-16 units of the article's text.
CREATE TABLE statement (
    key INTEGER PRIMARY KEY,                -- in the order in which statements are shown
    article INTEGER NOT NULL REFERENCES article,
    number INTEGER NOT NULL,
    kind TEXT NOT NULL,
    confidence REAL NOT NULL,
    within INTEGER,
    day TEXT,                               -- YYYY-MM-DD
    source TEXT,
    cue TEXT,
    content TEXT,
    addressee TEXT,
    medium TEXT,
    place TEXT,
    said_basis TEXT,
    said_value TEXT,
    said_span TEXT
);
CREATE UNIQUE INDEX statement_number ON statement (article, number);

CREATE TABLE actor (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    role TEXT,
    affiliation TEXT,
    country TEXT
);

CREATE TABLE actor_record (
    id INTEGER PRIMARY KEY,
    split_from INTEGER,
    actor INTEGER NOT NULL
);
CREATE INDEX actor_record_actor ON actor_record (actor);

-- What one article says of an actor, each once; without an article: what a person split off by its name alone.
CREATE TABLE actor_sighting (
    id INTEGER PRIMARY KEY,
    article INTEGER REFERENCES article,
    record INTEGER NOT NULL REFERENCES actor_record,
    name TEXT NOT NULL,
    name_words TEXT NOT NULL,
    type TEXT NOT NULL,
    role TEXT,
    affiliation TEXT,
    country TEXT
);
CREATE INDEX actor_sighting_record ON actor_sighting (record);
CREATE INDEX actor_sighting_article ON actor_sighting (article);

CREATE TABLE actor_decision (
    number INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    first_record INTEGER NOT NULL,
    second_record INTEGER NOT NULL,
    name TEXT,
    type TEXT,
    role TEXT,
    affiliation TEXT,
    country TEXT
);

-- Position 0 is the speaker; 1 and on are the speakers of a joint source. Without a sighting: not named.
CREATE TABLE speaker (
    statement INTEGER NOT NULL REFERENCES statement,
    position INTEGER NOT NULL,
    name TEXT,
    type TEXT NOT NULL,
    role TEXT,
    role_words TEXT,
    affiliation TEXT,
    country TEXT,
    resolved_by TEXT NOT NULL,
    confidence REAL,
    sighting INTEGER REFERENCES actor_sighting,
    PRIMARY KEY (statement, position)
) WITHOUT ROWID;
CREATE INDEX speaker_sighting ON speaker (sighting);

CREATE TABLE entity (
    article INTEGER NOT NULL REFERENCES article,
    number INTEGER NOT NULL,
    span TEXT NOT NULL,
    type TEXT NOT NULL,
    name TEXT,
    PRIMARY KEY (article, number)
) WITHOUT ROWID;

CREATE TABLE time_expression (
    article INTEGER NOT NULL REFERENCES article,
    number INTEGER NOT NULL,
    span TEXT NOT NULL,
    type TEXT NOT NULL,
    value TEXT,
    PRIMARY KEY (article, number)
) WITHOUT ROWID;

-- Words come normalized, with spaces between. The ascii tokenizer takes every letter beyond ASCII as it is.
CREATE VIRTUAL TABLE statement_words USING fts5 (words, content = '', contentless_delete = 1, tokenize = 'ascii');
