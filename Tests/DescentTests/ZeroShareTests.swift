import Descent
import Testing

@Suite("The share of zeros") struct ZeroShareTests {
  @Test("Of 0, −0, 10⁻⁴⁵ and nan two are zero, in 32 and in 64 bits", arguments: [DType.float32, .float64])
  func zeros(dtype: DType) {
    // 10⁻⁴⁵ is half way to the smallest 32-bit number, 1.4·10⁻⁴⁵, and becomes that.
    #expect(Tensor([0, -0.0, 1e-45, .nan], dtype: dtype).zeroShare == 0.5)
    #expect(Tensor.ones([3], dtype: dtype).zeroShare == 0 && Tensor.zeros([2, 2], dtype: dtype).zeroShare == 1)
    #expect(Tensor.zeros([0], dtype: dtype).zeroShare.isNaN)
  }

  @Test("A ReLU that is silent on the whole batch leaves its row of the gradient zero") func silent() {
    let unit = Parameter("w", Tensor(shape: [2, 2], [1, 1, -1, -1]))
    let (_, gradients) = valueAndGradients(of: unit) {
      relu(matmul(Tensor(shape: [1, 2], [2, 3]), unit.value.transposed)).sum()
    }
    #expect(gradients.tensors[0].zeroShare == 0.5)  // (2, 3) and (0, 0)
  }
}
