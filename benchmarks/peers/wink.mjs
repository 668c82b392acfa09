// Times wink-nlp over a folder of articles: all annotations of its model (sentences, negation, sentiment, parts of speech,
// entities, custom entities), and their results read out. Prints the line of JSON that `Inquit.Benchmarks words` prints.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import winkNLP from 'wink-nlp';
import model from 'wink-eng-lite-web-model';

const { values: options } = parseArgs({
  options: {
    articles: { type: 'string' },
    passes: { type: 'string', default: '9' },
    'warm-up': { type: 'string', default: '3' },
    'read-out': { type: 'string', default: 'yes' },
  },
});
if (!options.articles) {
  console.error('Name a folder of .txt files with --articles.');
  process.exit(2);
}

const texts = readdirSync(options.articles).filter((name) => name.endsWith('.txt')).sort()
  .map((name) => readFileSync(join(options.articles, name), 'utf8'));
const words = texts.reduce((sum, text) => sum + text.split(/\s+/).filter((word) => word.length > 0).length, 0);

const nlp = winkNLP(model, ['sbd', 'negation', 'sentiment', 'pos', 'ner', 'cer']);
const its = nlp.its;
let results = 0;

function read(text) {
  const doc = nlp.readDoc(text);
  if (options['read-out'] !== 'yes') return;
  const tokens = doc.tokens();
  results += tokens.out(its.value).length + tokens.out(its.pos).length + tokens.out(its.lemma).length;
  results += doc.sentences().out(its.span).length + doc.entities().out(its.detail).length;
}

function pass() {
  const start = performance.now();
  for (const text of texts) read(text);
  return (performance.now() - start) / 1000;
}

for (let i = 0; i < Number(options['warm-up']); i += 1) pass();
const seconds = Array.from({ length: Number(options.passes) }, pass);
console.log(JSON.stringify({ articles: texts.length, words, threads: 1, seconds }));
