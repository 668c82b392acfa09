INSERT INTO article (number, id, place, superseded_by, document, document_id, title, outlet, outlet_words, url, authors, published, language, engine, added, body_start, text)
VALUES (1, '7d7d62e1b0b1b1cc8cf4b6ba3f5d1c0f9c0f6d6a41bd4b4f4f3a4b5b6c7d8e9f', NULL, NULL, 'old', NULL, 'Rain', 'The Wire', ' the wire ', NULL, '["A. Writer"]', '2024-05-14', 'en', '0.1.0.0+aaaa', '2024-05-15T10:00:00Z', 0, 'Ana Ruiz, the mayor, said it rained.');
INSERT INTO statement (key, article, number, kind, confidence, within, day, source, cue, content, addressee, medium, place, said_basis, said_value, said_span)
VALUES ({key}, 1, 0, 'indirect', 0.75, NULL, '2024-05-14', '0-19', '21-25', '26-35', NULL, NULL, NULL, 'published', '2024-05-14', NULL);
INSERT INTO actor_record (id, split_from, actor) VALUES (0, NULL, 0);
INSERT INTO actor (id, name, type, role, affiliation, country) VALUES (0, 'Ana Ruiz', 'person', 'mayor', NULL, 'US');
INSERT INTO actor_sighting (id, article, record, name, name_words, type, role, affiliation, country) VALUES (1, 1, 0, 'Ana Ruiz', ' ana ruiz ', 'person', 'mayor', NULL, 'US');
INSERT INTO speaker (statement, position, name, type, role, role_words, affiliation, country, resolved_by, confidence, sighting)
VALUES ({key}, 0, 'Ana Ruiz', 'person', 'mayor', ' mayor ', NULL, 'US', 'name', 0.9, 1);
INSERT INTO entity (article, number, span, type, name) VALUES (1, 0, '0-8', 'person', 'Ana Ruiz');
INSERT INTO time_expression (article, number, span, type, value) VALUES (1, 0, '26-28', 'date', '2024-05-14');
UPDATE ledger SET revision = 1, last_decision = 4;
