/** What a file does not draw is drawn when it is opened. */

/** `xml` with everything in it drawn; the same text when nothing is missing. */
export async function withDrawing(xml: string): Promise<string> {
  return isDrawn(xml) ? xml : (await import('./complete-drawing.ts')).completeDrawing(xml);
}

const DRAWABLE =
  /<(?:[\w-]+:)?(?:task|\w+Task|\w+Event|\w+Gateway|subProcess|adHocSubProcess|transaction|callActivity|sequenceFlow|participant)\b(?:[^>]*?\sid="([^"]+)")?/g;

const PLACELESS = /<(?:[\w-]+:)?BPMNShape\b[^>]*(?:\/>|>\s*<\/)/;

// a look at the text is enough for nearly every file
function isDrawn(xml: string): boolean {
  if (PLACELESS.test(xml)) return false;
  const drawn = new Set([...xml.matchAll(/\sbpmnElement="(?:[^":]*:)?([^"]+)"/g)].map(([, id]) => id));
  return [...xml.matchAll(DRAWABLE)].every(([, id]) => id !== undefined && drawn.has(id));
}
