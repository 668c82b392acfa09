-- Counts what was written, so that one who holds actors in memory sees that another has written.
CREATE TABLE ledger (revision bigint NOT NULL);
INSERT INTO ledger VALUES (0);

CREATE TABLE article (
    number bigint PRIMARY KEY,
    id text COLLATE "C" NOT NULL UNIQUE,    -- SHA-256 of text and url
    place text,                             -- SHA-256 of what the versions of an article share
    superseded_by bigint REFERENCES article DEFERRABLE INITIALLY DEFERRED,
    document text,
    document_id text,
    title text,
    outlet text,
    outlet_words text,
    url text,
    authors text,                           -- a JSON array
    published text,                         -- YYYY-MM-DD
    language text,
    engine text NOT NULL,                   -- the version that read it
    added text NOT NULL,                    -- UTC
    body_start bigint NOT NULL,
    text text NOT NULL
);
CREATE UNIQUE INDEX article_current ON article (place) WHERE superseded_by IS NULL;

-- Spans are "start-end", several with commas between, in UTF-16 units of the article's text.
CREATE TABLE statement (
    key bigint PRIMARY KEY,                 -- in the order in which statements are shown
    article bigint NOT NULL REFERENCES article,
    number bigint NOT NULL,
    kind text NOT NULL,
    confidence double precision NOT NULL,
    within bigint,
    day text,                               -- YYYY-MM-DD
    source text,
    cue text,
    content text,
    addressee text,
    medium text,
    place text,
    said_basis text,
    said_value text,
    said_span text
);
CREATE UNIQUE INDEX statement_number ON statement (article, number);

CREATE TABLE actor (
    id bigint PRIMARY KEY,
    name text NOT NULL,
    type text NOT NULL,
    role text,
    affiliation text,
    country text
);

CREATE TABLE actor_record (
    id bigint PRIMARY KEY,
    split_from bigint,
    actor bigint NOT NULL
);
CREATE INDEX actor_record_actor ON actor_record (actor);

-- What one article says of an actor, each once; without an article: what a person split off by its name alone.
CREATE TABLE actor_sighting (
    id bigint PRIMARY KEY,
    article bigint REFERENCES article,
    record bigint NOT NULL REFERENCES actor_record,
    name text NOT NULL,
    name_words text NOT NULL,
    type text NOT NULL,
    role text,
    affiliation text,
    country text
);
CREATE INDEX actor_sighting_record ON actor_sighting (record);
CREATE INDEX actor_sighting_article ON actor_sighting (article);

CREATE TABLE actor_decision (
    number bigint PRIMARY KEY,
    kind text NOT NULL,
    first_record bigint NOT NULL,
    second_record bigint NOT NULL,
    name text,
    type text,
    role text,
    affiliation text,
    country text
);

-- Position 0 is the speaker; 1 and on are the speakers of a joint source. Without a sighting: not named.
CREATE TABLE speaker (
    statement bigint NOT NULL REFERENCES statement,
    position bigint NOT NULL,
    name text,
    type text NOT NULL,
    role text,
    role_words text,
    affiliation text,
    country text,
    resolved_by text NOT NULL,
    confidence double precision,
    sighting bigint REFERENCES actor_sighting,
    PRIMARY KEY (statement, position)
);
CREATE INDEX speaker_sighting ON speaker (sighting);

CREATE TABLE entity (
    article bigint NOT NULL REFERENCES article,
    number bigint NOT NULL,
    span text NOT NULL,
    type text NOT NULL,
    name text,
    PRIMARY KEY (article, number)
);

CREATE TABLE time_expression (
    article bigint NOT NULL REFERENCES article,
    number bigint NOT NULL,
    span text NOT NULL,
    type text NOT NULL,
    value text,
    PRIMARY KEY (article, number)
);

-- The words come normalized, with their places; no parser or dictionary of the server is asked.
CREATE TABLE statement_words (
    key bigint PRIMARY KEY,
    words tsvector NOT NULL
);
CREATE INDEX statement_words_words ON statement_words USING gin (words);
