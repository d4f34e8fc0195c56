"""Why a file is not taken: for each fault one sentence that says what is wrong and what to do."""

from portal.kit.text import N_, Say

KINDS_TAKEN = N_("We take PDF, Word (DOCX), Excel (XLSX), ODT, ODS, JPEG, PNG and HEIC files.")


class Fault(Exception):
    """A file that is not taken. `code` is one of FAULTS."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.sentence = Say(FAULTS[code], **values)


FAULTS = {
    "none": N_("Choose a file first"),
    "empty": N_("This file is empty. Open it to see what is in it, then choose it again."),
    "too_big": N_("This file has {size}. Use one of 10 MB or less: save it smaller, or send fewer pages."),
    "not_taken": N_("We cannot take this kind of file. Save it as PDF, DOCX, XLSX, ODT, ODS, JPEG or PNG."),
    "old_office": N_("This is an older kind of Word or Excel file. Save it as DOCX, XLSX or PDF, and send that."),
    "password": N_("This file has a password. Save a copy without one, and send that."),
    "locked_pdf": N_("This PDF is locked. Print it to a new PDF without a password, and send that."),
    "other_kind": N_("The name says {said}, but inside it is {found}. Give it a name that ends in “.{ending}”."),
    "not_inside": N_("The name says {said}, but something else is inside. Open the original and save it as {said}."),
    "cut_off": N_("The end of this file is missing. Copy or download it again, and send the whole file."),
    "damaged": N_("This file is damaged. Open the original, save it again, and send the new one."),
    "two_in_one": N_("Something else is hidden in this file. Open it, save it under a new name, and send that."),
    "archive": N_("This is a ZIP of several files. Send each of them alone, or all as one PDF."),
    "bomb": N_("This file grows far too big when it is opened. Save it again as a PDF, and send that."),
    "macros": N_("There are macros (small programs) in this file. Save it without them, or as a PDF."),
    "packed": N_("Other files are packed into this one. Take them out, or save it as a PDF."),
    "paths": N_("This file has parts that point outside it. Save it again in Word, Excel or LibreOffice."),
    "fetches": N_("This file fetches parts from somewhere else. Save it as a PDF, and send that."),
    "pdf_program": N_("There is a program in this PDF. Print it to a new PDF, and send that."),
    "pdf_files": N_("Other files are packed into this PDF. Send them one by one."),
    "pixels": N_("This picture has {width} by {height} dots, more than we can open. Save it smaller."),
}
