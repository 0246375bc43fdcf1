/**
 * Stands in for the path language of Formily. Our fields are addressed by position (`f3`, `f3.r2.c0`), so a path is names with dots
 * between them, `*` for all of them, or `f3.r2.*` for all below one; destructuring, slices and expressions in paths are never needed.
 */
const cache = new Map();
const LONGEST_CACHE = 20_000;

export class Path {
  constructor(input = '', base = '') {
    const own = segmentsOf(input);
    const wide = own.at(-1) === '*';
    this.segments = wide ? own : [...segmentsOf(base), ...own];
    this.entire = this.segments.join('.');
    this.isMatchPattern = wide;
    this.isWildMatchPattern = wide && own.length === 1;
    this.haveRelativePattern = false;
    this.haveExcludePattern = false;
    this.isRegExp = false;
  }

  static parse(input = '', base = '') {
    if (input instanceof Path) return input;
    const key = `${segmentsOf(base).join('.')} ${segmentsOf(input).join('.')}`;
    if (cache.size > LONGEST_CACHE) cache.clear();
    if (!cache.has(key)) cache.set(key, new Path(input, base));
    return cache.get(key);
  }

  static getIn = (source, path) => Path.parse(path).getIn(source);
  static setIn = (source, path, value) => Path.parse(path).setIn(source, value);
  static deleteIn = (source, path) => Path.parse(path).deleteIn(source);
  static existIn = (source, path) => Path.parse(path).existIn(source);
  static ensureIn(source, path, fallback) {
    const found = Path.getIn(source, path);
    if (found !== undefined) return found;
    Path.setIn(source, path, fallback);
    return Path.getIn(source, path);
  }

  toString() {
    return this.entire;
  }

  concat(...more) {
    return new Path([...this.segments, ...more.flatMap(segmentsOf)]);
  }

  parent() {
    return new Path(this.segments.slice(0, -1));
  }

  transform(pattern, make) {
    return make(...this.segments.filter((segment) => pattern.test(segment)));
  }

  match(other) {
    const { segments } = Path.parse(other);
    if (!this.isMatchPattern) return segments.join('.') === this.entire;
    const above = this.segments.slice(0, -1);
    return segments.length > above.length && above.every((segment, at) => segment === segments[at]);
  }

  matchAliasGroup(name, alias) {
    return this.match(name) || this.match(alias);
  }

  getIn(source) {
    return this.segments.reduce((found, segment) => (found === null || found === undefined ? undefined : found[segment]), source);
  }

  setIn(source, value) {
    const last = this.segments.at(-1);
    let holder = source;
    for (const segment of this.segments.slice(0, -1)) {
      if (typeof holder !== 'object' || holder === null) return source;
      if (holder[segment] === null || holder[segment] === undefined) {
        if (value === undefined) return source;
        holder[segment] = {};
      }
      holder = holder[segment];
    }
    if (last !== undefined && typeof holder === 'object' && holder !== null) holder[last] = value;
    return source;
  }

  deleteIn(source) {
    const holder = this.segments.length > 1 ? this.parent().getIn(source) : source;
    if (typeof holder === 'object' && holder !== null) delete holder[this.segments.at(-1)];
    return source;
  }

  existIn(source) {
    const holder = this.segments.length > 1 ? this.parent().getIn(source) : source;
    return typeof holder === 'object' && holder !== null && this.segments.at(-1) in holder;
  }
}

function segmentsOf(input) {
  if (input instanceof Path) return input.segments;
  if (Array.isArray(input)) return input.map(String);
  return input === '' || input === null || input === undefined ? [] : String(input).split('.');
}
