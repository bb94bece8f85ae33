#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What may befall a worker, so that tests can see what the others then do.
public enum Fault: String, Sendable, CaseIterable {
  /// A signal ends it.
  case dies
  /// It does not come back.
  case hangs
  /// Its numbers are not numbers.
  case nan

  /// Lets it happen; what it makes of a factor where the worker goes on.
  public func happen() -> Double {
    switch self {
    case .dies: kill(getpid(), SIGKILL)
    case .hangs: while true { pause() }
    case .nan: break
    }
    return .nan
  }
}
