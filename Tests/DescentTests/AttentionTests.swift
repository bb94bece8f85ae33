import Descent
import Numerics
import Testing

@Suite("Attention") struct AttentionTests {
  @Test("By hand: scores ln 3 and 0 give shares ¾ and ¼, so values 4 and 8 give 5")
  func byHand() {
    // One query 1, keys ln 3 and 0, width 1, so that √d = 1: e^ln 3 = 3 against e⁰ = 1.
    let query = Tensor(shape: [1, 1, 1], [1], dtype: .float64)
    let keys = Tensor(shape: [1, 2, 1], [Double.log(3), 0], dtype: .float64)
    let values = Tensor(shape: [1, 2, 1], [4, 8], dtype: .float64)
    #expect(abs(attention(query, keys, values).item - 5) < 1e-14)  // rounding
    #expect(zip(attentionShares(query, keys).scalars, [0.75, 0.25]).allSatisfy { abs($0 - $1) < 1e-15 })
  }

  @Test("By hand: equal keys give the mean of the values that are seen; causally the first place sees itself alone")
  func equalKeys() {
    let keys = Tensor.zeros([1, 3, 1])
    let values = Tensor(shape: [1, 3, 1], [3, 5, 10])
    #expect(attention(keys, keys, values).scalars == [6, 6, 6])
    #expect(attention(keys, keys, values, mask: .causal).scalars == [3, 4, 6])
    let padded = AttentionMask(realKeys: [[true, true, false]])
    #expect(attention(keys, keys, values, mask: padded).scalars == [4, 4, 4])
  }

  @Test("By hand: with n real places and P prefixes of value 0, equal scores leave n/(n + P) of the answer")
  func prefix() {
    // Two prefixes before one, two, three places seen: 3 · 1/3, 4 · 2/4, 6 · 3/5.
    let (keys, values) = (Tensor.zeros([1, 3, 1]), Tensor(shape: [1, 3, 1], [3, 5, 10]))
    let longer = concatenate([.zeros([1, 2, 1]), keys], axis: 1)
    let answers = attention(keys, longer, concatenate([.zeros([1, 2, 1]), values], axis: 1), mask: .causal)
    #expect(zip(answers.scalars, [1, 2, 3.6]).allSatisfy { abs($0 - $1) < 1e-6 })  // float32
  }

  @Test("A query that sees no key gets zeros, and hands on no gradient")
  func blind() {
    var generator = RandomGenerator(seed: 1)
    let x = Tensor.normal([2, 3, 4], using: &generator)
    let mask = AttentionMask(realKeys: [[false, false, false], [true, true, true]])
    #expect(attention(x, x, x, heads: 2, mask: mask).slice(axis: 0, range: 0..<1) == .zeros([1, 3, 4]))
    let (_, gradient) = valueAndGradient(at: x) { square(attention($0, $0, $0, heads: 2, mask: mask)).sum() }
    #expect(gradient.slice(axis: 0, range: 0..<1) == .zeros([1, 3, 4]))
  }

  @Test(
    "All heads at once are each head on its own, by products and softmax",
    arguments: [(11, 11, 8), (3, 20, 5), (17, 33, 16), (1, 1, 1)])
  func composed(queries: Int, keys: Int, features: Int) {
    var generator = RandomGenerator(seed: 2)
    let heads = 3
    let query = Tensor.normal([2, queries, heads * features], dtype: .float64, using: &generator)
    let key = Tensor.normal([2, keys, heads * features], dtype: .float64, using: &generator)
    let value = Tensor.normal([2, keys, heads * 2], dtype: .float64, using: &generator)
    let y = attention(query, key, value, heads: heads)
    for head in 0..<heads {
      let (range, values) = (head * features..<(head + 1) * features, head * 2..<(head + 1) * 2)
      let (q, k) = (query.slice(axis: 2, range: range), key.slice(axis: 2, range: range))
      let shares = softmax(matmul(q, k.transposed(axes: [0, 2, 1])) / Double(features).squareRoot())
      let expected = matmul(shares, value.slice(axis: 2, range: values))
      let difference = (y.slice(axis: 2, range: values) - expected).scalars.map(\.magnitude).max() ?? 0
      #expect(difference < 1e-14)  // sums of at most 33 products of numbers around 1
    }
  }

  @Test("A causal answer does not change with what stands behind it")
  func causal() {
    var generator = RandomGenerator(seed: 3)
    let block = TransformerBlock("block", width: 8, heads: 2, hidden: 16, isCausal: true, using: &generator)
    let x = Tensor.normal([1, 5, 8], using: &generator)
    let changed = concatenate([x.slice(axis: 1, range: 0..<3), .normal([1, 2, 8], using: &generator)], axis: 1)
    let (a, b) = (block(x, in: .evaluation), block(changed, in: .evaluation))
    #expect(a.slice(axis: 1, range: 0..<3) == b.slice(axis: 1, range: 0..<3))
    #expect(a.slice(axis: 1, range: 3..<5) != b.slice(axis: 1, range: 3..<5))
  }

  @Test("The letter model has 864 + 352 + 2 · 8,544 + 64 + 891 = 19,259 numbers, with stable names")
  func letterModel() {
    var generator = RandomGenerator(seed: 4)
    let model = LetterModel(using: &generator)
    #expect(model.parameterCount == 19_259)
    #expect(model.blocks[0].parameterCount == 8_544)
    let names = Set(model.parameters.map(\.name))
    #expect(names.count == 38)  // 2, then 16 a block, then 4
    #expect(model.state["blocks.1.feed_forward.up.weight"]?.shape == [64, 32])
    #expect(model.state["blocks.0.attention.query.bias"]?.shape == [32])
    #expect(model([[0, 3, 1], [0, 20, 0]]).shape == [2, 3, 27])
  }

  @Test("Logits at chosen places are those places' rows of all logits")
  func chosenPlaces() {
    var generator = RandomGenerator(seed: 5)
    let model = LetterModel(using: &generator)
    let words = [[0, 3, 1, 20], [0, 4, 15, 7]]
    let rows = model(words).reshaped([8, 27]).take(rows: [0, 2, 7])
    let difference = (model(words, at: [0, 2, 7]) - rows).scalars.map(\.magnitude).max() ?? 1
    #expect(difference < 1e-6)  // the head's product may group its sums otherwise
  }

  @Test("Sinusoidal positions: place 0 is (0, 1, 0, 1), place 1 begins with sin 1 and cos 1")
  func sinusoids() {
    let positions = sinusoidalPositions(2, width: 4, dtype: .float64)
    let expected = [0, 1, 0, 1, Double.sin(1), Double.cos(1), Double.sin(0.01), Double.cos(0.01)]
    #expect(zip(positions.scalars, expected).allSatisfy { abs($0 - $1) < 1e-15 })
  }
}
