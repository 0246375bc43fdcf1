/** Breaks a name into lines of at most `width` full-width characters; Latin letters count half. */
export function wrapLabel(name: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const character of name) {
    const size = character.charCodeAt(0) > 0xff ? 1 : 0.55;
    if (used + size > width && line !== '') {
      lines.push(line.trimEnd());
      line = '';
      used = 0;
    }
    line += character;
    used += size;
  }
  return line === '' ? lines : [...lines, line];
}
