/** The file both surfaces open: `count` tasks in rows of ten, every row beginning with a gateway that leads past it; drawn. */

const COLUMN = 160;
const ROW = 140;

export function fileOf(count) {
  const nodes = [];
  const lines = [];
  const add = (type, id, name, x, y, size) =>
    nodes.push({ type, id, name, x: x - size.x / 2, y: y - size.y / 2, width: size.x, height: size.y });
  const join = (source, target) => lines.push({ id: `Flow_${lines.length}`, source, target });
  add('startEvent', 'Start', '发起', 100, 100, { x: 36, y: 36 });
  let last = 'Start';
  for (let index = 0; index < count; index += 1) {
    const [x, y] = [300 + (index % 10) * COLUMN, 100 + Math.floor(index / 10) * ROW];
    if (index % 10 === 0) {
      add('exclusiveGateway', `Way_${index}`, '', x - 90, y, { x: 50, y: 50 });
      join(last, `Way_${index}`);
      if (index > 0) join(`Way_${index - 10}`, `Way_${index}`);
      last = `Way_${index}`;
    }
    add('userTask', `Task_${index}`, `第 ${index + 1} 步`, x, y, { x: 100, y: 80 });
    join(last, `Task_${index}`);
    last = `Task_${index}`;
  }
  add('endEvent', 'End', '办结', 300 + 10 * COLUMN, 100 + Math.floor((count - 1) / 10) * ROW, { x: 36, y: 36 });
  join(last, 'End');
  return written(nodes, lines);
}

function written(nodes, lines) {
  const middles = new Map(nodes.map(({ id, x, y, width, height }) => [id, { x: x + width / 2, y: y + height / 2 }]));
  const point = (id) => `<di:waypoint x="${middles.get(id).x}" y="${middles.get(id).y}" />`;
  const elements = nodes.map(
    ({ type, id, name }) =>
      `<bpmn:${type} id="${id}" name="${name}">${lines
        .flatMap((line) => [
          ...(line.target === id ? [`<bpmn:incoming>${line.id}</bpmn:incoming>`] : []),
          ...(line.source === id ? [`<bpmn:outgoing>${line.id}</bpmn:outgoing>`] : []),
        ])
        .join('')}</bpmn:${type}>`,
  );
  const flows = lines.map(({ id, source, target }) => `<bpmn:sequenceFlow id="${id}" sourceRef="${source}" targetRef="${target}" />`);
  const shapes = nodes.map(
    ({ id, x, y, width, height }) =>
      `<bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}"><dc:Bounds x="${x}" y="${y}" width="${width}" height="${height}" /></bpmndi:BPMNShape>`,
  );
  const edges = lines.map(
    ({ id, source, target }) => `<bpmndi:BPMNEdge id="${id}_di" bpmnElement="${id}">${point(source)}${point(target)}</bpmndi:BPMNEdge>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" id="Definitions_1" targetNamespace="bench">
<bpmn:process id="Process_1" isExecutable="true">${elements.join('')}${flows.join('')}</bpmn:process>
<bpmndi:BPMNDiagram id="Diagram_1"><bpmndi:BPMNPlane id="Plane_1" bpmnElement="Process_1">${shapes.join('')}${edges.join('')}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</bpmn:definitions>`;
}
