export const up = () => {};
