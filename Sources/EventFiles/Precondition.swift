@_exported import Checks  // everywhere in this module, and wherever it is imported
