/** The modules of this room stay files of their own in `dist`, so that the parts of the step which a page loads later are not in what it loads first. */
export const keepsModules = true;
