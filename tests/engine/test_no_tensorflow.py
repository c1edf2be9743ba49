"""TensorFlow's stand-in: names do nothing, use is refused loudly."""

import importlib
import subprocess
import sys

import pytest

from bot.engine import no_tensorflow
from bot.engine.no_tensorflow import TensorFlowMissing
from bot.settings import ROOT


@pytest.fixture(scope="module")
def tf():
    no_tensorflow.install()
    return importlib.import_module("tensorflow")


def test_any_module_below_can_be_imported(tf):
    from tensorflow.python.eager.wrap_function import WrappedFunction

    assert WrappedFunction.__name__ == "WrappedFunction"


def test_names_serve_as_base_class_decorator_and_hint(tf):
    class Layer(tf.keras.layers.Layer):
        @tf.function(input_signature=[tf.float32])
        def call(self, inputs: tf.Tensor, shape: tf.Tensor[int]) -> tf.Tensor:
            return inputs

    assert Layer.call(None, 3, None) == 3


def test_computing_is_refused_and_the_message_says_what_helps(tf):
    with pytest.raises(TensorFlowMissing, match=r"tensorflow\.constant needs TensorFlow.*config\.yml"):
        tf.constant([1.0])


def test_a_class_made_from_a_stand_in_cannot_be_used(tf):
    class Model(tf.keras.Model):
        """A model that somebody would want to run."""

    with pytest.raises(TensorFlowMissing):
        Model()


def test_installing_twice_adds_one_finder(tf):
    no_tensorflow.install()
    assert sum(type(finder).__name__ == "_Finder" for finder in sys.meta_path) == 1


def test_rasa_can_be_imported_with_it_and_a_component_that_needs_it_fails_loudly():
    code = (
        "from bot.engine.prepare import prepare; prepare()\n"
        "import rasa.core.agent\n"
        "from rasa.utils.tensorflow.models import RasaModel\n"
        "RasaModel()\n"
    )
    run = subprocess.run([sys.executable, "-W", "ignore", "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert "TensorFlowMissing" in run.stderr.splitlines()[-1]
