/** Waits until promises that rest on nothing outside are settled. */
export async function rest(): Promise<void> {
  for (let turn = 0; turn < 1000; turn++) await Promise.resolve();
}
