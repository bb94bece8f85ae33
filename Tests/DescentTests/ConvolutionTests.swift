import Descent
import Testing

@Suite("Convolution and pooling") struct ConvolutionTests {
  let image = Tensor(shape: [1, 1, 3, 3], (1...9).map(Double.init))

  @Test("By hand: the filter [[1, 0], [0, −1]] takes each number's lower right neighbour off it: 1 − 5, 2 − 6, …")
  func byHand() {
    let filter = Tensor(shape: [1, 1, 2, 2], [1, 0, 0, -1])
    #expect(convolution(image, filter).scalars == [-4, -4, -4, -4])
    #expect(convolution(image, filter, bias: Tensor([10])).shape == [1, 1, 2, 2])
    #expect(convolution(image, filter, bias: Tensor([10])).scalars == [6, 6, 6, 6])
  }

  @Test("By hand: with padding 1 and stride 2 a filter of ones sums the corners' neighbourhoods: 12, 16, 24, 28")
  func padded() {
    // 1+2+4+5, 2+3+5+6, 4+5+7+8, 5+6+8+9
    #expect(convolution(image, .ones([1, 1, 3, 3]), stride: 2, padding: 1).scalars == [12, 16, 24, 28])
  }

  @Test("A filter of 1 × 1 is a dense layer at each pixel")
  func pointwise() {
    var generator = RandomGenerator(seed: 1)
    let x = Tensor.normal([2, 3, 4, 5], dtype: .float64, using: &generator)
    let weight = Tensor.normal([6, 3, 1, 1], dtype: .float64, using: &generator)
    let dense = matmul(x.transposed(axes: [0, 2, 3, 1]), weight.reshaped([6, 3]).transposed)
    let difference = convolution(x, weight).transposed(axes: [0, 2, 3, 1]) - dense
    #expect(difference.shape == [2, 4, 5, 6] && difference.norm < 1e-13)  // 240 sums of three products
  }

  @Test("The layer's weights are [filters, channels, size, size], with He's variance 2/(channels · size²)")
  func layer() {
    var generator = RandomGenerator(seed: 7)
    let layer = Convolution2D("layer", from: 16, to: 32, size: 3, padding: 1, activation: .relu, using: &generator)
    #expect(layer.parameters.map(\.name) == ["layer.weight", "layer.bias"])
    #expect(layer.weight.tensor.shape == [32, 16, 3, 3] && layer.bias.tensor == .zeros([32]))
    let variance = square(layer.weight.tensor).mean().item
    #expect(abs(variance / (2.0 / 144) - 1) < 0.09)  // relative standard error √(2/4608) = 2 %; 4 of them
    let output = layer(.normal([2, 16, 5, 4], using: &generator))
    #expect(output.shape == [2, 32, 5, 4] && output.scalars.allSatisfy { $0 >= 0 })
  }

  @Test("By hand: windows of 2 × 2 with stride 1 see 5, 6, 8, 9; the gradient goes to these four")
  func pooling() {
    #expect(maxPooling(image, size: 2, stride: 1).scalars == [5, 6, 8, 9])
    #expect(maxPooling(image, size: 2).scalars == [5])  // the rest is cut off
    let gradient = valueAndGradient(at: image) { maxPooling($0, size: 2, stride: 1).sum() }.gradient
    #expect(gradient.scalars == [0, 0, 0, 0, 1, 1, 0, 1, 1])
  }

  @Test("Padding never wins a maximum, nan does, and of equals the first gets the gradient")
  func poolingEdges() {
    let negative = -image
    #expect(maxPooling(negative, size: 3, stride: 2, padding: 1).scalars == [-1, -2, -4, -5])
    let broken = Tensor(shape: [1, 1, 1, 3], [1, .nan, 2])
    #expect(maxPooling(broken, size: 1, stride: 1).scalars[1].isNaN)
    #expect(broken.maximum(axis: 3).item.isNaN && maximum(broken, Tensor(9)).scalars[1].isNaN)
    let equal = valueAndGradient(at: .ones([1, 1, 2, 2])) { maxPooling($0, size: 2).sum() }.gradient
    #expect(equal.scalars == [1, 0, 0, 0])
  }

  @Test("Bias and ReLU within the convolution are those after it, to the bit; so is each other activation")
  func activations() {
    var generator = RandomGenerator(seed: 3)
    let x = Tensor.normal([2, 3, 9, 21], using: &generator)
    let (weight, bias) = (Tensor.normal([4, 3, 3, 2], using: &generator), Tensor.normal([4], using: &generator))
    for activation in Activation.allCases {
      let sums = convolution(x, weight, bias: bias, padding: 1)
      #expect(convolution(x, weight, bias: bias, activation: activation, padding: 1) == activation(sums))
    }
  }

  @Test("By hand: the gradient by the image counts the places that see a pixel, 1 in the corners and 4 in the middle")
  func gradientByHand() {
    let x = Parameter("x", image)
    let filter = Parameter("filter", .ones([1, 1, 2, 2]))
    let both = valueAndGradients(of: Inputs(parameters: [x, filter])) { convolution(x.value, filter.value).sum() }
    #expect(both.gradients["x"]?.scalars == [1, 2, 1, 2, 4, 2, 1, 2, 1])
    // The filter's upper left number meets 1, 2, 4 and 5, and so on.
    #expect(both.gradients["filter"]?.scalars == [12, 16, 24, 28])
    // Where the image is a constant, or the filter, the other's gradient stays what it is.
    let ofFilter = valueAndGradients(of: filter) { convolution(image, filter.value).sum() }.gradients
    #expect(ofFilter["filter"] == both.gradients["filter"])
    let ofImage = valueAndGradients(of: x) { convolution(x.value, filter.tensor).sum() }.gradients
    #expect(ofImage["x"] == both.gradients["x"])
  }

  @Test("By hand: the means of 2 × 2 are 3, 4, 6 and 7; a pixel receives a quarter for each window that sees it")
  func averages() {
    // (1+2+4+5)/4, (2+3+5+6)/4, (4+5+7+8)/4, (5+6+8+9)/4
    #expect(averagePooling(image, size: 2, stride: 1).scalars == [3, 4, 6, 7])
    #expect(averagePooling(image, size: 2).scalars == [3])
    // With padding 1 and stride 2 each window sees one corner's neighbourhood of ones among zeros: 4 of 9.
    #expect(
      averagePooling(.ones([1, 1, 3, 3]), size: 3, stride: 2, padding: 1).scalars.allSatisfy {
        abs($0 - 4.0 / 9) < 1e-7
      })
    let gradient = valueAndGradient(at: image) { averagePooling($0, size: 2, stride: 1).sum() }.gradient
    #expect(gradient.scalars == [0.25, 0.5, 0.25, 0.5, 1, 0.5, 0.25, 0.5, 0.25])
  }

  @Test("By hand: from 0 and 1 to four pixels, the middles lie at −¼, ¼, ¾ and 1¼: 0, ¼, ¾, 1")
  func resizing() {
    #expect(Tensor(rows: [[0, 1]]).resized(toHeight: 1, width: 4).scalars == [0, 0.25, 0.75, 1])
    #expect(Tensor(rows: [[0, 0.25, 0.75, 1]]).resized(toHeight: 1, width: 2).scalars == [0.125, 0.875])  // halfway
    #expect(Tensor(rows: [[1], [3]]).resized(toHeight: 4, width: 2).scalars == [1, 1, 1.5, 1.5, 2.5, 2.5, 3, 3])
    #expect(image.resized(toHeight: 3, width: 3) == image)
    #expect(Tensor.ones([2, 1, 8, 8]).resized(toHeight: 32, width: 32) == .ones([2, 1, 32, 32]))
  }

  @Test("A row of layers takes images to classes: pooling of both kinds halves them, flattening makes rows")
  func layers() {
    var generator = RandomGenerator(seed: 5)
    let model = Sequential(
      Convolution2D("first", from: 1, to: 2, size: 3, activation: .relu, using: &generator), MaxPooling2D(size: 2),
      Convolution2D("second", from: 2, to: 3, size: 2, using: &generator), AveragePooling2D(size: 2), Flatten(),
      Dense("output", from: 12, to: 5, using: &generator))
    var shapes: [[Int]] = []
    _ = model(.normal([4, 1, 12, 12], using: &generator), in: .training) { output, _ in
      shapes.append(output.shape)
      return output
    }
    #expect(shapes == [[4, 2, 10, 10], [4, 2, 5, 5], [4, 3, 4, 4], [4, 3, 2, 2], [4, 12], [4, 5]])
    #expect(Flatten()(image).scalars == image.scalars)
  }

  @Test("LeNet has 61,706 numbers under PyTorch's names; its weights start within 1/√fan-in, its biases at zero")
  func lenet() {
    var generator = RandomGenerator(seed: 2)
    let model = LeNet(using: &generator)
    // 6·25 + 6, 16·150 + 16, 120·400 + 120, 84·120 + 84, 10·84 + 10
    #expect(model.parameterCount == 156 + 2416 + 48_120 + 10_164 + 850)
    #expect(
      model.parameters.map(\.name)
        == ["conv1", "conv2", "fc1", "fc2", "fc3"].flatMap { ["\($0).weight", "\($0).bias"] })
    for (layer, fanIn) in [("conv1", 25.0), ("conv2", 150), ("fc1", 400), ("fc2", 120), ("fc3", 84)] {
      let largest = abs(model.state["\(layer).weight"] ?? Tensor(9)).scalars.max() ?? 0
      // The largest of n ≥ 150 draws is above nine tenths of the limit in all but 0.9ⁿ < 10⁻⁶ of cases.
      #expect(largest <= 1 / fanIn.squareRoot() && largest > 0.9 / fanIn.squareRoot())
      #expect(model.state["\(layer).bias"]?.norm == 0)
    }
    var seen: [String: [Int]] = [:]
    let logits = model(.normal([2, 1, 32, 32], using: &generator)) { output, name in
      seen[name] = output.shape
      return output
    }
    #expect(logits.shape == [2, 10])
    #expect(
      seen == ["conv1": [2, 6, 28, 28], "conv2": [2, 16, 10, 10], "fc1": [2, 120], "fc2": [2, 84], "fc3": [2, 10]])
    // The small net of a pruning: 3·25 + 3, 8·75 + 8, 60·200 + 60, 42·60 + 42, 10·42 + 10
    #expect(LeNet(widths: (3, 8, 60, 42), using: &generator).parameterCount == 78 + 608 + 12_060 + 2562 + 430)
  }

  @Test("An empty batch stays empty, forwards and backwards")
  func emptyBatch() {
    let filters = Parameter("filters", .ones([2, 1, 2, 2]))
    let empty = Tensor.zeros([0, 1, 3, 3])
    let (loss, gradients) = valueAndGradients(of: filters) {
      maxPooling(convolution(empty, filters.value), size: 2).sum()
    }
    #expect(loss == 0 && gradients.tensors[0] == .zeros([2, 1, 2, 2]))
    #expect(convolution(empty, filters.value).shape == [0, 2, 2, 2])
  }

  @Test("Refusal: a window larger than the padded image stops the program")
  func windowTooLarge() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = convolution(.ones([1, 1, 2, 2]), .ones([1, 1, 5, 5]), padding: 1)
    }
    let message = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(message.contains("convolution with a window of 5 × 5 does not fit images [1, 1, 2, 2], padding 1."))
  }
}
