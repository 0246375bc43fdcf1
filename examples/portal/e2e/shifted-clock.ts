/** Preloaded into the server under test: its present is `TONGBAN_E2E_SHIFT` milliseconds away from the machine's, and goes on from there. */
const shift = Number(process.env['TONGBAN_E2E_SHIFT'] ?? 0);
const real = Date.now.bind(Date);

Date.now = () => real() + shift;
