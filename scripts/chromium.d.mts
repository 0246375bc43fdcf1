/** Where Chromium is. */
export function chromiumPath(): string;
