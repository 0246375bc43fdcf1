/** DMN 1.1 to 1.5 differ for us in their namespaces only: files are read as 1.3. */

const MODEL = 'https://www.omg.org/spec/DMN/20191111/MODEL/';
const DMNDI = 'https://www.omg.org/spec/DMN/20191111/DMNDI/';

const SAME_AS: readonly (readonly [uri: string, known: string])[] = [
  ['http://www.omg.org/spec/DMN/20151101/dmn.xsd', MODEL],
  ['http://www.omg.org/spec/DMN/20180521/MODEL/', MODEL],
  ['https://www.omg.org/spec/DMN/20211108/MODEL/', MODEL],
  ['https://www.omg.org/spec/DMN/20230324/MODEL/', MODEL],
  ['http://www.omg.org/spec/DMN/20180521/DMNDI/', DMNDI],
  ['https://www.omg.org/spec/DMN/20211108/DMNDI/', DMNDI],
  ['https://www.omg.org/spec/DMN/20230324/DMNDI/', DMNDI],
];

/** The file with the namespaces of DMN 1.3. */
export function asDmn13(xml: string): string {
  return xml.replace(/(xmlns(?::[\w.-]+)?\s*=\s*)(["'])([^"']+)\2/g, (whole, before: string, quote: string, uri: string) => {
    const known = SAME_AS.find(([same]) => same === uri)?.[1];
    return known === undefined ? whole : `${before}${quote}${known}${quote}`;
  });
}
