/** The pause reason of clocks that stand still while their case is suspended (挂起). */
export const SUSPENDED = 'suspended';
