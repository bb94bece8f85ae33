import ArgumentParser
import Datasets
import Notebook

/// The unit that temperatures are given in.
enum TemperatureUnit: String, CaseIterable, ExpressibleByArgument {
  case celsius = "C"
  case fahrenheit = "F"
  case kelvin = "K"

  /// °C, °F or K.
  var symbol: String { self == .kelvin ? rawValue : "°\(rawValue)" }

  /// A temperature in this unit.
  func from(celsius: Double) -> Double {
    switch self {
    case .celsius: celsius
    case .fahrenheit: 1.8 * celsius + 32
    case .kelvin: celsius + 273.15
    }
  }
}

extension SeattleWeather.Column: ExpressibleByArgument {
  /// What is measured, as a figure's axis says it.
  var quantity: String {
    switch self {
    case .precipitation: "precipitation"
    case .maximumTemperature: "daily maximum temperature"
    case .minimumTemperature: "daily minimum temperature"
    case .wind: "wind speed"
    }
  }

  var isTemperature: Bool { self == .maximumTemperature || self == .minimumTemperature }
}

/// One column of the weather in the unit that was asked for.
struct WeatherSeries {
  let quantity: String
  let unit: String
  let days: [Day]
  let values: [Double]

  init(_ weather: SeattleWeather, column: SeattleWeather.Column, unit: TemperatureUnit) {
    quantity = column.quantity
    days = weather.days
    values = column.isTemperature ? weather[column].map(unit.from(celsius:)) : weather[column]
    self.unit = column.isTemperature ? unit.symbol : column == .wind ? "m/s" : "mm"
  }

  /// The series less its mean: the same weather around zero.
  var centred: [Double] {
    let mean = Summary(of: values).mean
    return values.map { $0 - mean }
  }

  /// The first day of each month that has a year before it and a month after it.
  var starts: [Int] { days.indices.filter { days[$0].day == 1 && $0 >= 366 && $0 + 31 < days.count } }

  /// A value with its unit, "16.4 °C".
  func text(_ value: Double, _ decimals: Int = 1) -> String { "\(fixed(value, decimals))\u{A0}\(unit)" }
}
