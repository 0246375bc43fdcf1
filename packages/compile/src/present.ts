/** An object without its undefined properties: absent means absent in everything that is compared or written. */
export function present<T extends object>(draft: { readonly [Key in keyof T]?: T[Key] | undefined }): T {
  return Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== undefined)) as T;
}
