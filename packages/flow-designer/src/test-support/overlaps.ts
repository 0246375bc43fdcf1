/** Which shapes of a picture lie on each other, though neither holds the other. */
import type { FlowPicture, PictureShape } from '@tongban/model';

/** One entry for each pair; boundary events lie on their activity and are left out. */
export function overlapsIn({ shapes }: FlowPicture): readonly string[] {
  const nodes = shapes.filter(({ kind }) => kind !== 'boundaryEvent' && kind !== 'pool' && kind !== 'lane');
  return nodes.flatMap((a, at) =>
    nodes.slice(at + 1).flatMap((b) => (overlap(a, b) && !holds(a, b) && !holds(b, a) ? [`${a.id} on ${b.id}`] : [])),
  );
}

function overlap(a: PictureShape, b: PictureShape): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function holds(a: PictureShape, b: PictureShape): boolean {
  return (
    /subProcess|transaction/i.test(a.kind) && a.x <= b.x && a.y <= b.y && a.x + a.width >= b.x + b.width && a.y + a.height >= b.y + b.height
  );
}
