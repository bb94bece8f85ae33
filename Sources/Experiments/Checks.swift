@_exported import Checks
