/** Tells electron-builder that there is nothing to rebuild and no node_modules to collect: everything is in the bundles. */
export default () => false;
