/// The scalar functions, by their names in lower case.
public enum Function: String, CaseIterable, Sendable {
  case coalesce
  case size
  case range
}

/// The aggregating functions, by their names in lower case.
public enum AggregateFunction: String, CaseIterable, Sendable {
  case count, sum, avg, min, max, collect
  case stDev = "stdev"
  case stDevP = "stdevp"
  case percentileCont = "percentilecont"
  case percentileDisc = "percentiledisc"
}
