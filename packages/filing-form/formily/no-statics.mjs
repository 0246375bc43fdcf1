/** Stands in for `hoist-non-react-statics`: our components have no statics. */
export default (target) => target;
