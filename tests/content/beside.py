"""Files beside a scene, written for a test."""


def written(root, folder, text, language="en"):
    """Write what stands beside the finance chief's scene; return the root."""
    (root / folder).mkdir()
    (root / folder / f"finance_chief.{language}.yaml").write_text(text, encoding="utf-8")
    return root
