import EntenteSyntax
import Foundation

/// How a colour looks to people, also to those who lack one kind of cone.
///
/// - Source: G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, "A Physiologically-based Model for Simulation of Color
///   Vision Deficiency", IEEE TVCG 15 (2009) 1291–1298, severity 1.0, on linear RGB; CIE 1976 L*a*b* and its distance.
enum ColorVision: String, CaseIterable {
  case full, protan, deutan, tritan

  private var matrix: [[Double]] {
    switch self {
    case .full: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    case .protan:
      [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    case .deutan:
      [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    case .tritan:
      [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    }
  }

  /// How far apart two colours look: 2.3 is just noticeable.
  func distance(_ first: String, _ second: String) -> Double? {
    guard let one = lab(first), let other = lab(second) else { return nil }
    return zip(one, other).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
  }

  private func lab(_ color: String) -> [Double]? {
    guard let (red, green, blue) = StyleColor.components(color) else { return nil }
    let linear = [red, green, blue].map { component in
      let share = Double(component) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    func times(_ matrix: [[Double]], _ vector: [Double]) -> [Double] {
      matrix.map { zip($0, vector).reduce(0) { $0 + $1.0 * $1.1 } }
    }
    let seen = times(matrix, linear).map { min(1, max(0, $0)) }
    let xyz = times(
      [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]], seen)
    let shares = zip(xyz, [0.95047, 1, 1.08883]).map { value, white in
      value / white > 0.008856 ? cbrt(value / white) : 7.787 * value / white + 16.0 / 116
    }
    return [116 * shares[1] - 16, 500 * (shares[0] - shares[1]), 200 * (shares[1] - shares[2])]
  }
}
