/** The modules of this room stay files of their own in `dist`: a page that needs a part of them loads that part. */
export const keepsModules = true;
